package parcelrecon.app.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import parcelrecon.tell.Form;
import parcelrecon.tell.Target;
import parcelrecon.tell.Target.Way;
import parcelrecon.tell.TellSettings;

/**
 * The list {@code tell}: whom schedules can tell.
 *
 * @param hasMail whether the site names a mail server, well or not
 */
record TellSection(Value value, boolean hasMail) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,250})");
  private static final Map<String, Form> FORMS =
      Map.of("json", Form.JSON, "slack", Form.SLACK, "lark", Form.LARK, "teams", Form.TEAMS);

  List<Target> read() {
    List<Value> items = value.items();
    if (items.size() > TellSettings.TARGETS_MAX) {
      value.problem(
          "has " + items.size() + " members, expected at most " + TellSettings.TARGETS_MAX,
          "Let one of them pass it on");
      return List.of();
    }
    List<Target> targets = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Value item : items) {
      item.section().ifPresent(section -> target(section, names).ifPresent(targets::add));
    }
    return targets;
  }

  private Optional<Target> target(Section section, Set<String> names) {
    Optional<String> name =
        section
            .required("name", "name: ops")
            .flatMap(Value::text)
            .filter(text -> isName(section, text, names));
    Optional<Way> webhook = section.section("webhook").flatMap(TellSection::webhook);
    Optional<Way> letter = section.section("mail").flatMap(this::letter);
    if (section.has("webhook") == section.has("mail")) {
      section.problem(
          section.path() + " says not how it is reached, or twice",
          "Keep one of webhook: { url: …, form: json } and mail: { to: [ops@example.com] }");
    }
    section.end();
    return name.flatMap(known -> webhook.or(() -> letter).map(way -> new Target(known, way)));
  }

  private static boolean isName(Section section, String name, Set<String> names) {
    if (!NAME.matcher(name).matches()) {
      section.problemAt(
          "name",
          section.pathOf("name") + " is no name, expected up to 40 of a-z, 0-9 and -",
          "Write e.g. ops");
      return false;
    }
    if (!names.add(name)) {
      section.problemAt(
          "name", section.pathOf("name") + " names two", "Give each a name of its own");
      return false;
    }
    return true;
  }

  private static Optional<Way> webhook(Section section) {
    Optional<URI> url =
        section
            .required("url", "url: \"${OPS_WEBHOOK}\"")
            .flatMap(value -> secretAddress(value, "e.g. \"${OPS_WEBHOOK}\""));
    Optional<Form> form = section.required("form", "form: json").flatMap(word -> word.oneOf(FORMS));
    section.end();
    return url.flatMap(to -> form.map(as -> new Way.Webhook(to, as)));
  }

  /** Whoever knows the address of a webhook can write there: it is never shown. */
  private static Optional<URI> secretAddress(Value value, String example) {
    Optional<String> text = value.text();
    text.ifPresent(value.reading().placeholders().secrets()::add);
    return text.flatMap(
        address -> {
          Optional<URI> url = address(address);
          if (url.isEmpty()) {
            value.problem("is no address of http or https", "Write " + example);
          }
          return url;
        });
  }

  /** Absent where it is none of the web. */
  static Optional<URI> address(String text) {
    try {
      URI url = new URI(text);
      boolean isWeb = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      return isWeb && url.getHost() != null && url.getUserInfo() == null
          ? Optional.of(url)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private Optional<Way> letter(Section section) {
    Optional<Value> to = section.required("to", "to: [ops@example.com]");
    List<String> addresses = to.map(Value::texts).orElse(List.of());
    List<String> wrong = addresses.stream().filter(address -> !isAddress(address)).toList();
    if (to.isPresent() && (addresses.isEmpty() || !wrong.isEmpty())) {
      to.get().problem("holds what is no address of mail", "Write e.g. ops@example.com");
    }
    if (!hasMail) {
      section.problem(
          section.path() + " needs a mail server, and mail names none",
          "Add e.g. mail: { host: smtp.example.com, from: recon@example.com }");
    }
    section.end();
    return addresses.isEmpty() || !wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(new Way.Mail(addresses));
  }

  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }
}
