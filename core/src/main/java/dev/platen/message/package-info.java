/**
 * Floor 1. Jupyter messages, typed: a message is a header and a content, and each family of
 * contents that Platen sends or reads has a record of its own. Frames and signatures lie in {@code
 * message.wire}. Knows {@code json}, and {@code hash} for signatures.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html">Messaging in
 *     Jupyter</a>
 */
@NullMarked
package dev.platen.message;

import org.jspecify.annotations.NullMarked;
