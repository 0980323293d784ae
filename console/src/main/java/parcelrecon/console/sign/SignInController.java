package parcelrecon.console.sign;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page to sign in on; what is sent from it is Spring Security's. */
@Controller
class SignInController {

  static final String LINK = "/sign-in/link";

  /** Why somebody is not signed in: the word in the query, and the key of the text. */
  private static final Map<String, String> WORDS =
      Map.of(
          "error", "refused",
          "wait", "wait",
          "role", "role",
          "name", "noName",
          "provider", "provider");

  private final Optional<LinkPerson> link;
  private final SignSettings settings;

  SignInController(AuthenticationProvider people, SignSettings settings) {
    this.settings = settings;
    this.link = people instanceof LinkPerson person ? Optional.of(person) : Optional.empty();
  }

  /**
   * The secret of a one-time link is in {@code link}. The page has a button that uses it: what only
   * looks at links, as chat programs do, must not use them up
   */
  @Anybody
  @GetMapping(ToSignIn.PATH)
  String signIn(@RequestParam Map<String, String> asked, Model model) {
    WORDS.keySet().stream()
        .filter(asked::containsKey)
        .findFirst()
        .ifPresent(word -> model.addAttribute("refused", WORDS.get(word)));
    model.addAttribute("signedOut", asked.containsKey("logout"));
    if (link.isEmpty()) {
      model.addAttribute("passwords", !settings.users().isEmpty());
      model.addAttribute("oidc", settings.oidc().isPresent() ? OidcSignIn.BEGIN : null);
      return "sign/sign-in";
    }
    model.addAttribute("name", LinkPerson.NAME);
    model.addAttribute("secret", asked.get("link"));
    return "sign/link";
  }

  /** Shows another link to whoever sees the terminal. */
  @Anybody
  @PostMapping(LINK)
  String showLink() {
    link.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).showNext();
    return "redirect:" + ToSignIn.PATH;
  }
}
