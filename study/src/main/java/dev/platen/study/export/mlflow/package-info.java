/** Runs sent to an MLflow tracking server through its REST API. */
@NullMarked
package dev.platen.study.export.mlflow;

import org.jspecify.annotations.NullMarked;
