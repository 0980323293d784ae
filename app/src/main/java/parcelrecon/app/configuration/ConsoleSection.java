package parcelrecon.app.configuration;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parcelrecon.console.sign.Listening;
import parcelrecon.console.sign.SignSettings;
import parcelrecon.console.sign.SignSettings.Sessions;
import parcelrecon.console.site.ConsoleSettings;
import parcelrecon.due.Sla;

/** The {@code console} section: where the web console listens and who may sign in. */
record ConsoleSection(Section section) {

  private static final Duration IDLE_MIN = Duration.ofMinutes(1);
  private static final Duration SIGNED_IN_MAX = Duration.ofDays(7);
  private static final int TOKEN_CHARACTERS_MIN = 16;
  private static final Pattern TOKEN =
      Pattern.compile("[\\x21-\\x7e]{" + TOKEN_CHARACTERS_MIN + ",}");

  ConsoleSettings read() {
    ConsoleSettings settings =
        new ConsoleSettings(
            new ListeningSection(section).read(),
            sign(),
            section.value("sla").map(value -> new SlaSection(value).read()).orElse(Sla.NONE),
            section.value("url").flatMap(ConsoleSection::url));
    refuseStrangers(settings.listening());
    section.end();
    return settings;
  }

  private static Optional<URI> url(Value value) {
    return value.parsed(
        text -> TellSection.address(text.replaceFirst("/+$", "")).orElse(null),
        "is no address of http or https",
        "Write e.g. https://recon.example.com");
  }

  private SignSettings sign() {
    return new SignSettings(
        section.value("users").map(value -> new UsersSection(value).read()).orElse(List.of()),
        section.section("oidc").flatMap(found -> new OidcSection(found).read()),
        section.section("session").map(ConsoleSection::sessions).orElse(Sessions.STANDARD),
        section.value("metrics-token").flatMap(ConsoleSection::token));
  }

  /** Whoever can reach the console must have to sign in, unless only this machine can. */
  private void refuseStrangers(Listening listening) {
    boolean isOpen = !section.has("users") && !section.has("oidc");
    if (isOpen && !listening.isLoopback()) {
      section.problemAt(
          "address",
          section.pathOf("address") + " is reached from other machines, and nobody has to sign in",
          "Add users or oidc, or listen on 127.0.0.1");
    } else if (isOpen && listening.trustedProxy()) {
      section.problemAt(
          "trusted-proxy",
          section.pathOf("trusted-proxy") + " lets others in, and nobody has to sign in",
          "Add users or oidc, or remove the key");
    }
    if (!listening.isLoopback() && !listening.isSecure()) {
      section.problemAt(
          "address",
          section.pathOf("address")
              + " is reached from other machines, and passwords would be sent in clear",
          "Add tls, or trusted-proxy: true where a proxy speaks TLS, or listen on 127.0.0.1");
    }
  }

  private static Sessions sessions(Section section) {
    Optional<Value> idle = section.value("idle");
    Optional<Value> max = section.value("max");
    Duration idleFor = idle.flatMap(Value::duration).orElse(Sessions.STANDARD.idle());
    Duration maxFor = max.flatMap(Value::duration).orElse(Sessions.STANDARD.max());
    if (idleFor.compareTo(IDLE_MIN) < 0) {
      idle.ifPresent(value -> value.problem("is less than 1m", "Write e.g. 30m"));
    }
    if (maxFor.compareTo(SIGNED_IN_MAX) > 0) {
      max.ifPresent(value -> value.problem("is more than 7d", "Write e.g. 12h"));
    }
    if (idleFor.compareTo(maxFor) > 0) {
      section.problem(
          section.path() + ".idle is longer than max, which is " + DurationText.format(maxFor),
          "Let max be the longer one");
    }
    section.end();
    return new Sessions(idleFor, maxFor);
  }

  private static Optional<String> token(Value value) {
    return value
        .text()
        .filter(
            token -> {
              boolean isGood = TOKEN.matcher(token).matches();
              if (!isGood) {
                value.problem(
                    "is no token, expected at least "
                        + TOKEN_CHARACTERS_MIN
                        + " characters of ASCII without blanks",
                    "Make one, e.g. by openssl rand -hex 24");
              }
              return isGood;
            });
  }
}
