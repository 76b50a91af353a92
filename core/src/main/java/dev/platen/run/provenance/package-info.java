/**
 * Floor 3. What a run depended on, recorded without asking the user for code: git, the kernel, the
 * installed packages, the host, and the files that the run imported and read, as the kernel's own
 * Python saw them. Knows {@code execute}, {@code kernel}, {@code kernelspec}, {@code message},
 * {@code storage}, {@code json} and {@code fault}; never {@code report} or {@code parameter}.
 */
@NullMarked
package dev.platen.run.provenance;

import org.jspecify.annotations.NullMarked;
