/**
 * Who may do what: roles, permissions, sign-in. Open {@link parcelrecon.console.sign.Permission}
 * first.
 */
package parcelrecon.console.sign;
