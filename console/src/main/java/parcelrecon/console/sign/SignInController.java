package parcelrecon.console.sign;

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

  private final Optional<LinkPerson> link;

  SignInController(AuthenticationProvider people) {
    this.link = people instanceof LinkPerson person ? Optional.of(person) : Optional.empty();
  }

  /**
   * @param secret of a one-time link. The page has a button that uses it: what only looks at links,
   *     as chat programs do, must not use them up
   */
  @Anybody
  @GetMapping(ToSignIn.PATH)
  String signIn(
      @RequestParam(required = false) String error,
      @RequestParam(required = false) String wait,
      @RequestParam(required = false) String logout,
      @RequestParam(name = "link", required = false) String secret,
      Model model) {
    model.addAttribute("refused", error != null);
    model.addAttribute("tooMany", wait != null);
    model.addAttribute("signedOut", logout != null);
    if (link.isEmpty()) {
      return "sign/sign-in";
    }
    model.addAttribute("name", LinkPerson.NAME);
    model.addAttribute("secret", secret);
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
