package parcelrecon.console.sign;

import java.util.Map;
import java.util.Set;
import org.springframework.security.core.Authentication;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditStore;

/** Who signed in, who could not, who signed out: kept in the audit. */
final class SignRecord {

  /** People type their password where the name belongs: only names of users are kept. */
  private static final String NOBODY = "?";

  private static final String SUBJECT = "console";

  private final AuditStore audit;
  private final Set<String> names;

  SignRecord(AuditStore audit, Set<String> names) {
    this.audit = audit;
    this.names = Set.copyOf(names);
  }

  void signedIn(Authentication person) {
    keep(person.getName(), AuditAction.SIGNED_IN, Addresses.of(person));
  }

  /** A try with an existing name, or another one. */
  void failed(String name, String address) {
    keep(names.contains(name) ? name : NOBODY, AuditAction.SIGN_IN_FAILED, address);
  }

  void signedOut(Authentication person) {
    keep(person.getName(), AuditAction.SIGNED_OUT, Addresses.of(person));
  }

  private void keep(String actor, AuditAction action, String address) {
    audit.append(new AuditAct(actor, action, SUBJECT, Map.of("address", address)));
  }
}
