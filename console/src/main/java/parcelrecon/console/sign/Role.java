package parcelrecon.console.sign;

/** What a person does here; a person can have several. */
public enum Role {
  OPS,
  BPM,
  FINANCE,
  APPROVER,
  ADMIN
}
