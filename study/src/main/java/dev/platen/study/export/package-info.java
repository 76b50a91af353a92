/** Takes the runs of a folder elsewhere: as one file to send, or in the form of another program. */
@NullMarked
package dev.platen.study.export;

import org.jspecify.annotations.NullMarked;
