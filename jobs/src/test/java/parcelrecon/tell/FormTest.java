package parcelrecon.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parcelrecon.report.file.Json;
import parcelrecon.report.text.Texts;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.Occasion;
import parcelrecon.results.telling.Telling;

class FormTest {

  private static final Wording WITH_LINKS =
      new Wording(Optional.of(URI.create("https://recon.example.com")));

  private static String body(Form form, Message message) {
    return Json.line(form.of(new Telling("ops", message).key(), message, WITH_LINKS.note(message)));
  }

  static Stream<Arguments> everything() {
    return Texts.LANGUAGES.stream()
        .flatMap(
            language ->
                Stream.of(Occasion.values())
                    .flatMap(
                        occasion ->
                            Stream.of(Form.values())
                                .map(form -> Arguments.of(language, occasion, form))));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void message_isSaid_inEveryLanguageAndForm(String language, Occasion occasion, Form form) {
    Message message = Messages.of(occasion, "Watch", language);
    Note note = WITH_LINKS.note(message);
    assertThat(body(form, message)).contains(note.title(), "recon.example.com");
    assertThat(note.title()).doesNotContain(occasion.name(), "{", "'");
    assertThat(note.title().contains("Watch")).isEqualTo(occasion != Occasion.RECHECK_MISSED);
    assertThat(note.text())
        .doesNotContain("UNCOLLECTED", "PAYMENTS", "INCOMPLETE", "TWD", "{")
        .contains("2022-04-13 20:00:00", "Asia/Taipei");
  }

  @Test
  void plainJson_holdsTheFactsOfARun() {
    assertThat(body(Form.JSON, Messages.of(Occasion.RESULT)))
        .isEqualTo(
            """
            {"version":1,"key":"hourly/20220413T120000Z/12/result/ops","what":"RESULT",\
            "schedule":"hourly","title":"Every <hour> & \\"more\\"",\
            "text":"Every <hour> & \\"more\\": 3 parcels are affected","language":"en",\
            "window":{"from":"2022-04-13T11:00:00Z","to":"2022-04-13T12:00:00Z","zone":"Asia/Taipei"},\
            "incident":"hourly-20220413T1900","run":12,"exitCode":0,"affected":3,\
            "kinds":{"UNCOLLECTED":2,"PAID_TWICE":1},"toCollectMinor":{"TWD":128000},\
            "toRefundMinor":{"TWD":5000,"USD":100},"incomplete":{"payments":"INCOMPLETE"},\
            "link":"https://recon.example.com/runs/12"}
            """);
    assertThat(body(Form.JSON, Messages.of(Occasion.FAILED)))
        .contains("\"run\":12,\"exitCode\":5")
        .doesNotContain("affected");
    assertThat(body(Form.JSON, Messages.of(Occasion.MISSED)))
        .contains("/schedules/hourly", "hourly/20220413T120000Z/-/missed/ops")
        .doesNotContain("\"run\"");
    assertThat(body(Form.JSON, Messages.of(Occasion.DAILY)))
        .contains("\"windows\":{\"judged\":23,\"affected\":3,\"failed\":1,\"missed\":2}");
  }

  @Test
  void slack_isGivenNoMarkup_ofATitle() {
    Message ping = Messages.of(Occasion.RESULT, "<!channel> & co", "en");
    assertThat(body(Form.SLACK, ping))
        .contains(
            "&lt;!channel&gt; &amp; co: 3 parcels are affected",
            "To refund: NT$50 + US$1",
            "<https://recon.example.com/runs/12|Open in the console>")
        .doesNotContain("<!channel>");
  }

  @Test
  void lark_isGivenACardOfPlainText() {
    assertThat(body(Form.LARK, Messages.of(Occasion.MISSED, "<at user_id=\"all\">", "en")))
        .startsWith(
            "{\"msg_type\":\"interactive\",\"card\":{\"header\":{\"title\":{\"tag\":\"plain_text\"")
        .contains("\"template\":\"red\"", "\"tag\":\"button\"")
        .doesNotContain("lark_md");
  }

  @Test
  void teams_isGivenAnAdaptiveCard() {
    assertThat(body(Form.TEAMS, Messages.of(Occasion.RESULT)))
        .startsWith(
            "{\"type\":\"message\",\"attachments\":[{\"contentType\":"
                + "\"application/vnd.microsoft.card.adaptive\",\"content\":{")
        .contains("\"type\":\"FactSet\"", "{\"title\":\"To collect\",\"value\":\"NT$1,280\"}")
        .contains("\"type\":\"Action.OpenUrl\"");
  }

  @Test
  void title_isOneLine_whateverTheConfigurationSays() {
    Message message = Messages.of(Occasion.RESULT, "Hourly\r\nBcc: all@example.com", "en");
    assertThat(WITH_LINKS.note(message).title()).startsWith("Hourly Bcc: all@example.com: 3");
  }

  @Test
  void messages_haveNoLink_whenTheSiteDoesNotSayWhereItsConsoleIs() {
    Wording wording = new Wording(Optional.empty());
    for (Form form : Form.values()) {
      for (Message message : List.of(Messages.of(Occasion.RESULT), Messages.of(Occasion.TRIAL))) {
        assertThat(Json.line(form.of("k", message, wording.note(message))))
            .doesNotContain("Open in the console", "\"link\"", "null");
      }
    }
  }
}
