/**
 * Who did what when, in a chain of hashes. Knows the results database; nothing in it is ever
 * changed. Open {@link parcelrecon.results.audit.AuditStore} (writing) or {@link
 * parcelrecon.results.audit.AuditChain} (checking) first.
 */
package parcelrecon.results.audit;
