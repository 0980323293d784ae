/**
 * Calls to stores: the list by caller and area with answers entered in place, and filled-in
 * workbooks uploaded. Knows what reports say of calls and answers, and keeps answers as the command
 * does. Open {@link parcelrecon.console.calls.CallsController} first.
 */
package parcelrecon.console.calls;
