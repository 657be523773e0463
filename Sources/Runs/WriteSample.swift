import Basics
import Foundation
import Sampling

/// Writes synthetic exports into a folder, which is made when it is not there.
///
/// - Returns: the number of files written.
/// - Throws: `Refusal` when the folder cannot be written.
public func writeSample(
    families: Int, seed: UInt64, noise: SampleNoise, to folder: String
) throws -> Int {
    let request = SampleRequest(families: families, seed: seed, noise: noise.level)
    let files = sampleExports(request)
    try ScratchFolder.makeFolder(folder, permissions: 0o755)
    for file in files {
        let path = folder + "/" + file.name
        guard FileManager.default.createFile(atPath: path, contents: Data(file.bytes)) else {
            throw Refusal.outputNotWritable(path, errno)
        }
    }
    return files.count
}

/// How much of a sample is broken on purpose.
public enum SampleNoise: String, Sendable, CaseIterable {
    case none, low, high

    var level: Noise {
        switch self {
        case .none: .none
        case .low: .low
        case .high: .high
        }
    }
}
