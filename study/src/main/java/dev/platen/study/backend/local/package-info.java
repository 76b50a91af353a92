/** Runs on this machine: kernels beside each other, each with its share of cores and its slot. */
@NullMarked
package dev.platen.study.backend.local;

import org.jspecify.annotations.NullMarked;
