/** Floor 0. SHA-256 and HMAC-SHA256, by OpenSSL where there is much. Knows no other package. */
@NullMarked
package dev.platen.hash;

import org.jspecify.annotations.NullMarked;
