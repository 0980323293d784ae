/** What is judged by the clock, seen and steered. */
package parcelrecon.console.schedule;
