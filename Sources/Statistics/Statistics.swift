// The module's first file; see Package.swift for what the module is for.
