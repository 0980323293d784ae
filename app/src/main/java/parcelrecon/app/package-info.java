/**
 * The command line: commands, what they print, exit codes and signals. Wires the modules together
 * and decides nothing that a rule could decide. Open {@link parcelrecon.app.ReconcileCommand}
 * first.
 */
package parcelrecon.app;
