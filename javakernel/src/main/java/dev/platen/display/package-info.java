/**
 * What code in a Java notebook may call: how its values are shown. The kernel's only public face.
 */
@NullMarked
package dev.platen.display;

import org.jspecify.annotations.NullMarked;
