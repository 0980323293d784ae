/**
 * What those who keep the console running ask it: health, metrics, a log of requests. Shows
 * nobody's data. Open {@link parcelrecon.console.operations.OperationsConfiguration} first.
 */
package parcelrecon.console.operations;
