package parcelrecon.results.audit;

/** What somebody did. The names are in the database: none is ever renamed. */
public enum AuditAction {
  SIGNED_IN,
  SIGN_IN_FAILED,
  SIGNED_OUT,
  RUN_STARTED,
  RUN_STOPPED,
  RUN_RESUMED,
  DOWNLOADED,
  ANSWERED,
  ANSWERS_UPLOADED,
  REVIEWED,
  ASSIGNED,
  COMMENTED,
  PACKAGE_MADE,
  PACKAGE_APPROVED,
  PACKAGE_REFUSED,
  PACKAGE_VOIDED,
  PACKAGE_DOWNLOADED,
  SCHEDULE_PAUSED,
  SCHEDULE_RESUMED,
  SCHEDULE_ASKED
}
