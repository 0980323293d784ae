package parcelrecon.console.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.report.text.Texts;

/**
 * The language of a page: the one chosen here before, else the first of ours that the browser
 * wants, else the site's.
 */
@Component("localeResolver")
final class PageLanguage implements LocaleResolver {

  private static final String COOKIE = "language";
  private static final Duration KEPT = Duration.ofDays(365);
  private static final List<Locale> OURS =
      Texts.LANGUAGES.stream().map(Locale::forLanguageTag).toList();

  private final Locale standard;

  PageLanguage(ConsoleSite site) {
    this.standard = Locale.forLanguageTag(site.language());
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return chosen(request).or(() -> wanted(request)).orElse(standard);
  }

  private static Optional<Locale> chosen(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null || !Texts.LANGUAGES.contains(cookie.getValue())
        ? Optional.empty()
        : Optional.of(Locale.forLanguageTag(cookie.getValue()));
  }

  private static Optional<Locale> wanted(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return Optional.empty();
    }
    return Collections.list(request.getLocales()).stream()
        .flatMap(locale -> OURS.stream().filter(ours -> isSame(ours, locale)).findFirst().stream())
        .findFirst();
  }

  /** Chinese is told apart by its script, which a region implies: Hong Kong writes as Taiwan. */
  private static boolean isSame(Locale ours, Locale wanted) {
    if (!ours.getLanguage().equals(wanted.getLanguage())) {
      return false;
    }
    return !ours.getLanguage().equals("zh") || isTraditional(ours) == isTraditional(wanted);
  }

  private static boolean isTraditional(Locale locale) {
    return locale.getScript().isEmpty()
        ? List.of("TW", "HK", "MO").contains(locale.getCountry())
        : locale.getScript().equals("Hant");
  }

  @Override
  public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
    String language = locale == null ? "" : locale.toLanguageTag();
    if (response != null && Texts.LANGUAGES.contains(language)) {
      response.addHeader(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from(COOKIE, language)
              .path("/")
              .httpOnly(true)
              .secure(request.isSecure())
              .sameSite("Lax")
              .maxAge(KEPT)
              .build()
              .toString());
    }
  }
}
