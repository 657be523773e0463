// Kept until the module's tests arrive.
