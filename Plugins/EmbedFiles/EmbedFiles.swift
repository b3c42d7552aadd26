import Foundation
import PackagePlugin

/// Turns text files into Swift string literals, so that the program is one file that can be moved.
///
/// A target gets the tables of `Knowledge/` when it is `UnknotAtlas`, and the files below its own
/// `Assets` and `Pages` folders otherwise.
@main
struct EmbedFiles: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folders: [URL]
        if target.name == "UnknotAtlas" {
            folders = [context.package.directoryURL.appending(path: "Knowledge")]
        } else {
            folders = ["Assets", "Pages"].map { target.directoryURL.appending(path: $0) }
        }
        let files = folders.flatMap(textFiles(below:))
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(files.count) files in \(target.name)",
                executable: try context.tool(named: "EmbedFilesTool").url,
                arguments: [output.path(percentEncoded: false)] + files.map { $0.path(percentEncoded: false) },
                inputFiles: files,
                outputFiles: [output]
            )
        ]
    }

    /// Files that are data, below a folder, in a fixed order so that builds repeat.
    private func textFiles(below folder: URL) -> [URL] {
        let kinds: Set<String> = ["csv", "mustache", "css", "js", "svg", "yaml", "txt"]
        let found = FileManager.default.enumerator(
            at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
        var files: [URL] = []
        while let file = found?.nextObject() as? URL {
            if kinds.contains(file.pathExtension) { files.append(file) }
        }
        return files.sorted { $0.path < $1.path }
    }
}
