/**
 * A Jupyter kernel for Java. {@code JavaKernel} listens, {@code Requests} answers, {@code
 * JavaSession} runs cells on jshell, {@code Values} shows what they give. It knows {@code message},
 * {@code kernel.zmq} and {@code json}, and runs in a process of its own, as every kernel does.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/kernels.html">Making kernels for
 *     Jupyter</a>
 */
@NullMarked
package dev.platen.javakernel;

import org.jspecify.annotations.NullMarked;
