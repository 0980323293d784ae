package parcelrecon.console.calls;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import parcelrecon.console.calls.KeptAnswers.LookChanged;
import parcelrecon.console.calls.Uploads.Upload;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.report.answers.AnswersFile;
import parcelrecon.report.answers.AnswersLimits;
import parcelrecon.report.file.Sha256;
import parcelrecon.results.RunRow;

/**
 * A filled-in workbook, or a CSV file, from the browser: first a look at what it would change, then
 * the word to keep it. The same as the command {@code answers}, without and with {@code --apply}.
 */
@Controller
class UploadController {

  private static final int NAME_CHARACTERS_MAX = 100;

  private final CallLists lists;
  private final KeptAnswers kept;
  private final Uploads uploads;
  private final ConsoleSite site;

  UploadController(CallLists lists, KeptAnswers kept, Uploads uploads, ConsoleSite site) {
    this.lists = lists;
    this.kept = kept;
    this.uploads = uploads;
    this.site = site;
  }

  @Allowed(Permission.ANSWER)
  @GetMapping("/runs/{run}/upload")
  String look(
      @PathVariable long run,
      @RequestParam(required = false) String look,
      Person person,
      HttpSession session,
      Model model) {
    RunRow row = lists.of(run).run();
    model.addAttribute("run", row);
    model.addAttribute("fileBytesMax", AnswersLimits.UPLOAD.fileBytes());
    if (look != null) {
      Optional<Upload> upload = uploads.find(look, owner(person, session), run);
      model.addAttribute("gone", upload.isEmpty());
      upload.ifPresent(each -> model.addAttribute("view", view(row, each)));
    }
    return "calls/upload";
  }

  private UploadView view(RunRow run, Upload upload) {
    AnswersFile file = read(run, upload);
    if (file.unreadable().isPresent()) {
      uploads.drop(upload);
    }
    return UploadView.of(upload, file, kept.looks(run, file));
  }

  /** One file at a time: reading takes memory. */
  private synchronized AnswersFile read(RunRow run, Upload upload) {
    return AnswersFile.read(upload.file(), kept.asked(run), AnswersLimits.UPLOAD);
  }

  @Allowed(Permission.ANSWER)
  @PostMapping("/runs/{run}/upload")
  String upload(
      @PathVariable long run,
      @RequestParam(required = false) MultipartFile file,
      Person person,
      HttpSession session,
      RedirectAttributes redirect)
      throws IOException {
    RunRow row = lists.of(run).run();
    if (file == null || file.isEmpty()) {
      return again(run, "calls.upload.empty", redirect);
    }
    if (file.getSize() > AnswersLimits.UPLOAD.fileBytes()) {
      return again(run, "calls.upload.large", redirect);
    }
    try {
      Upload upload =
          uploads.keep(
              site.site(row.incident()).work(),
              owner(person, session),
              run,
              shown(file.getOriginalFilename()),
              file::transferTo);
      return "redirect:/runs/" + run + "/upload?look=" + upload.id();
    } catch (Uploads.TooMany e) {
      return again(run, "calls.upload.busy", redirect);
    }
  }

  /** The last part of what a browser calls the file: shown, and used for nothing. */
  private static String shown(String name) {
    String last =
        name == null
            ? ""
            : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.length() > NAME_CHARACTERS_MAX
        ? last.substring(0, NAME_CHARACTERS_MAX) + "…"
        : last;
  }

  private static String again(long run, String why, RedirectAttributes redirect) {
    redirect.addFlashAttribute("refused", why);
    return "redirect:/runs/" + run + "/upload";
  }

  private static String owner(Person person, HttpSession session) {
    return person.name() + '\n' + session.getId();
  }

  /**
   * @param sha256 of the file that was looked at
   * @param digest of what it would have changed then
   */
  @Allowed(Permission.ANSWER)
  @PostMapping("/runs/{run}/upload/confirm")
  String confirm(
      @PathVariable long run,
      @RequestParam String look,
      @RequestParam String sha256,
      @RequestParam String digest,
      Person person,
      HttpSession session,
      RedirectAttributes redirect)
      throws IOException {
    RunRow row = lists.of(run).run();
    Optional<Upload> found = uploads.find(look, owner(person, session), run);
    if (found.isEmpty()) {
      return again(run, "calls.upload.gone", redirect);
    }
    Upload upload = found.get();
    if (!upload.sha256().equals(sha256) || !Sha256.of(upload.file()).equals(sha256)) {
      return lookAgain(upload, redirect);
    }
    try {
      int added = kept.keep(row, read(row, upload), digest, sha256, person);
      uploads.drop(upload);
      redirect.addFlashAttribute("kept", added);
      return "redirect:/runs/" + run + "/calls";
    } catch (LookChanged e) {
      return lookAgain(upload, redirect);
    }
  }

  private static String lookAgain(Upload upload, RedirectAttributes redirect) {
    redirect.addFlashAttribute("refused", "calls.upload.changed");
    return "redirect:/runs/" + upload.run() + "/upload?look=" + upload.id();
  }
}
