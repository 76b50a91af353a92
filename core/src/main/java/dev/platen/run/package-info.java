/**
 * Floor 3. One run: load, parameterize, execute, write, render, seal. What it leaves is a run
 * folder. Knows everything below; never knows that it belongs to a study.
 */
@NullMarked
package dev.platen.run;

import org.jspecify.annotations.NullMarked;
