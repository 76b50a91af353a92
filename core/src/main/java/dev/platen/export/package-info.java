/**
 * Floor 2. Notebooks as other documents than a report: Markdown, a script, a notebook with parts
 * left out. Pure functions; whoever calls them reads and writes the files. Knows {@code notebook},
 * {@code json} and {@code fault}.
 */
@NullMarked
package dev.platen.export;

import org.jspecify.annotations.NullMarked;
