/**
 * Floor 2. The HTML report of an executed notebook: one file that asks no network and reads alike
 * for ever. This package lays out the page; {@code html}, {@code terminal}, {@code code}, {@code
 * tex}, {@code math}, {@code markdown} and {@code mime} under it write what lies in the cells.
 * Knows {@code notebook} and {@code json}; never a kernel or a run.
 */
@NullMarked
package dev.platen.report;

import org.jspecify.annotations.NullMarked;
