/**
 * What runs leave goes when it is older than the site retains it: what they found, their outputs,
 * their spill. Open {@link parcelrecon.retention.Sweep} first.
 */
package parcelrecon.retention;
