/** JMH benchmarks of single parts. Outside the floors: nothing knows it. */
@NullMarked
package dev.platen.bench;

import org.jspecify.annotations.NullMarked;
