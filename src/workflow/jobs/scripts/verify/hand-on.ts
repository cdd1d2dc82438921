import { script } from '../script';

/** Puts the files that passed into one folder, and says of each what it is: to later jobs, and to people. */
export const HAND_ON = script(`
  # What Linux takes as one variable of a process is 128 KiB, and a later job gets each of these as one.
  LARGEST_OUTPUT = 120 * 2**10


  def hand_on(files):
      packages = sorted({file.package for file in files})
      versions = sorted({str(file.version) for file in files})
      outputs = {
          "sha256": "\\n".join(f"{file.sha256}  {file.name}" for file in files),
          "files": "\\n".join(f"{file.name} {file.package} {file.version}" for file in sorted(files, key=lambda file: file.package)),
          "packages": json.dumps(packages),
          "version": versions[0] if len(versions) == 1 else "",
      }
      if max(map(len, outputs.values())) > LARGEST_OUTPUT:
          raise Refused(
              "Too many files",
              f"The builds left {len(files)} files, which are more than later jobs can be told of. Publish them in several runs.",
          )
      pathlib.Path("dist").mkdir()
      for file in files:
          shutil.copyfile(file.path, f"dist/{file.name}")
      with open(os.environ["GITHUB_OUTPUT"], "a") as output:
          for name, value in outputs.items():
              output.write(f"{name}<<END_OF_{name}\\n{value}\\nEND_OF_{name}\\n")
      with open(os.environ["GITHUB_STEP_SUMMARY"], "a") as summary:
          summary.write("### Verified\\n\\n| file | size | SHA-256 | name | version |\\n| --- | ---: | --- | --- | --- |\\n")
          for file in files:
              cells = (f"\`{file.name}\`", f"{file.size:,}", f"\`{file.sha256}\`", file.package, str(file.version))
              summary.write(f"| {' | '.join(cells)} |\\n")
`);
