package parcelrecon.console.sign;

import static parcelrecon.console.sign.Role.ADMIN;
import static parcelrecon.console.sign.Role.APPROVER;
import static parcelrecon.console.sign.Role.BPM;
import static parcelrecon.console.sign.Role.FINANCE;
import static parcelrecon.console.sign.Role.OPS;

import java.util.Set;

/** What can be allowed, and the roles that are. */
public enum Permission {
  SEE_RUNS(OPS, BPM, FINANCE, APPROVER, ADMIN),
  RUN(OPS, ADMIN),
  /** Parcels, calls and what else has to do with single persons. */
  SEE_PARCELS(OPS, BPM, FINANCE, APPROVER),
  DOWNLOAD(OPS, BPM, FINANCE, APPROVER),
  ANSWER(BPM),
  REVIEW(FINANCE),
  MAKE_PACKAGE(FINANCE),
  APPROVE(APPROVER),
  DOWNLOAD_PACKAGE(OPS, FINANCE, APPROVER),
  /** Closes an incident, or opens it again. */
  CLOSE(OPS, FINANCE),
  SEE_AUDIT(ADMIN),
  SEE_METRICS(OPS, ADMIN);

  private final Set<Role> roles;

  Permission(Role... roles) {
    this.roles = Set.of(roles);
  }

  boolean isOf(Set<Role> some) {
    return some.stream().anyMatch(roles::contains);
  }
}
