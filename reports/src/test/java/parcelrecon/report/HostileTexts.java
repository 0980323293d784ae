package parcelrecon.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * 500 texts that mean something to a database, its client, a spreadsheet, a browser, a terminal or
 * a log: those of {@code hostile-texts.jsonl}, then joined pieces of them. No two are equal.
 */
public final class HostileTexts {

  private static final int COUNT = 500;
  private static final int READ_CHARACTERS_MAX = 500;
  private static final long SEED = 20220413;
  private static final int JOINED_LENGTH_MAX = 60;

  private HostileTexts() {}

  public static List<String> all() {
    Set<String> texts = new LinkedHashSet<>(written());
    List<String> pieces =
        texts.stream().filter(text -> text.length() < JOINED_LENGTH_MAX / 3).toList();
    Random random = new Random(SEED);
    while (texts.size() < COUNT) {
      StringBuilder joined = new StringBuilder();
      for (int i = 0; i < 2 + random.nextInt(2); i++) {
        joined.append(pieces.get(random.nextInt(pieces.size())));
      }
      texts.add(joined.toString());
    }
    return List.copyOf(texts);
  }

  /** Those that a source lets in. Of any other the row is rejected. */
  public static List<String> readable() {
    return all().stream()
        .filter(text -> text.length() <= READ_CHARACTERS_MAX)
        .filter(text -> text.codePoints().noneMatch(HostileTexts::isRefused))
        .toList();
  }

  private static boolean isRefused(int point) {
    return point == 0 || point == 0xFFFD || Character.getType(point) == Character.SURROGATE;
  }

  private static List<String> written() {
    JsonMapper mapper = JsonMapper.builder().build();
    try (InputStream bytes = HostileTexts.class.getResourceAsStream("/hostile-texts.jsonl");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      List<String> texts = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        texts.add(mapper.readValue(line, String.class));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
