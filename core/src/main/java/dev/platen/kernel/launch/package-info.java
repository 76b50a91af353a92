/**
 * Floor 2. The kernel's process: its command line, its connection file, its log, and the promise
 * that it never outlives Platen. The only package of the core that starts processes.
 */
@NullMarked
package dev.platen.kernel.launch;

import org.jspecify.annotations.NullMarked;
