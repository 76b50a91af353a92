/** What a study is to run: which trials are done, which are not, and why. */
@NullMarked
package dev.platen.study.plan;

import org.jspecify.annotations.NullMarked;
