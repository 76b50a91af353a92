/**
 * Floor 2. Which kernels there are, and how each is started: Jupyter's own search path, with the
 * activated environment and the project's own before everything that is shared. Knows {@code fault}
 * and {@code json}.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs">Kernel
 *     specs</a>
 * @see <a href="https://docs.jupyter.org/en/latest/use/jupyter-directories.html">Jupyter's
 *     directories</a>
 */
@NullMarked
package dev.platen.kernelspec;

import org.jspecify.annotations.NullMarked;
