/** Where a study's runs happen: on this machine, in {@code backend.local}; other places to come. */
@NullMarked
package dev.platen.study.backend;

import org.jspecify.annotations.NullMarked;
