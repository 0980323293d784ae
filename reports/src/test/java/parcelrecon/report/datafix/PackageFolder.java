package parcelrecon.report.datafix;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.report.SampleEvents;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.file.Staging;
import parcelrecon.report.text.Texts;
import parcelrecon.results.FoundParcels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A datafix package written into a folder, and read back. */
record PackageFolder(Path folder) {

  static PackageFolder write(FoundParcels results, Optional<DatafixSettings> site, Path directory) {
    return write(results, site, "en", directory);
  }

  static PackageFolder write(
      FoundParcels results, Optional<DatafixSettings> site, String language, Path directory) {
    return write(results, site, language, ScriptForm.SCRIPT, directory);
  }

  static PackageFolder write(
      FoundParcels results,
      Optional<DatafixSettings> site,
      String language,
      ScriptForm form,
      Path directory) {
    try (Staging staging = Staging.in(directory)) {
      new DatafixPackage(site, Optional.of(new SampleEvents()), Texts.of(language), form)
          .add(results, DatafixPackage.OF_RUN, staging);
      staging.publish(name -> true);
    }
    return new PackageFolder(directory.resolve("datafix"));
  }

  List<String> files() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  List<NamedCsvRecord> tasks() throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("tasks.csv"))) {
      return reader.stream().toList();
    }
  }

  NamedCsvRecord task(String parcelId) throws IOException {
    return tasks().stream()
        .filter(task -> task.getField("parcel_id").equals(parcelId))
        .findFirst()
        .orElseThrow();
  }

  JsonNode manifest() throws IOException {
    return JsonMapper.builder().build().readTree(text("manifest.json"));
  }

  List<JsonNode> lines(String file) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    return text(file).lines().map(mapper::readTree).toList();
  }
}
