/**
 * How everything that goes wrong is told: where, what, what follows, what to do. Knows nothing
 * else.
 */
package parcelrecon.problem;
