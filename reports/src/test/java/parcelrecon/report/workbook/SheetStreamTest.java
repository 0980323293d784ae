package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetStreamTest {

  @TempDir Path folder;

  @Test
  void characters_areTheBytesTheJdkWrites_whateverTheyAre() throws IOException {
    String some =
        "<a>é 門市 \uD83D\uDCE6 \uD83D \uDCE6\uD83D\uD83D\uDCE6 &\u07FF\u0800\uFFFD\u007F\u0080";
    String all = some.repeat(5_000);
    Path file = folder.resolve("rows.xml");
    try (SheetStream rows = new SheetStream();
        Writer out = rows.createWriter(file.toFile())) {
      out.write(all.toCharArray(), 0, 7);
      out.write(all, 7, 20_000);
      for (char each : all.substring(20_007).toCharArray()) {
        out.write(each);
      }
      out.write("\uD83D");
    }
    assertThat(file).hasBinaryContent((all + "\uD83D").getBytes(StandardCharsets.UTF_8));
  }
}
