/**
 * Floor 2. Storages that speak HTTP, on the JDK's own client: web servers, GitHub, and the stores
 * of clouds whose protocol is simple. Knows {@code storage}, {@code json} and {@code fault}.
 */
@NullMarked
package dev.platen.storage.http;

import org.jspecify.annotations.NullMarked;
