package parcelrecon.console.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;
import parcelrecon.report.text.Texts;

/**
 * The texts of pages, those of the outputs among them: what a thing is called, it is everywhere.
 */
@Component("messageSource")
public final class PageTexts implements MessageSource {

  /** The console's own, beside those of the outputs. */
  static final List<String> THEMES =
      List.of(
          "console-page",
          "console-sign",
          "console-runs",
          "console-audit",
          "console-review",
          "console-parcels",
          "console-calls",
          "console-packages",
          "console-diff",
          "console-incident",
          "console-schedule");

  private final Map<String, Texts> byLanguage =
      Texts.LANGUAGES.stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(), language -> Texts.of(language, THEMES)));

  /** The texts in a language; in English where it is none of ours. */
  public Texts in(Locale locale) {
    return byLanguage.getOrDefault(locale.toLanguageTag(), byLanguage.get(Texts.LANGUAGES.get(0)));
  }

  /** Libraries ask for texts of their own, which nobody sees, and bring a standard for them. */
  @Override
  public String getMessage(String key, Object[] arguments, String standard, Locale locale) {
    return in(locale).has(key) ? getMessage(key, arguments, locale) : standard;
  }

  @Override
  public String getMessage(String key, Object[] arguments, Locale locale) {
    return in(locale).text(key, arguments == null ? new Object[0] : arguments);
  }

  @Override
  public String getMessage(MessageSourceResolvable message, Locale locale) {
    String[] keys = message.getCodes();
    if (keys == null || keys.length == 0) {
      throw new IllegalArgumentException("a message without a key");
    }
    return getMessage(keys[0], message.getArguments(), message.getDefaultMessage(), locale);
  }
}
