package parcelrecon.console.sign;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in on; what is sent from it is Spring Security's. */
@Controller
class SignInController {

  @Anybody
  @GetMapping("/sign-in")
  String signIn(
      @RequestParam(required = false) String error,
      @RequestParam(required = false) String logout,
      Model model) {
    model.addAttribute("refused", error != null);
    model.addAttribute("signedOut", logout != null);
    return "sign/sign-in";
  }
}
