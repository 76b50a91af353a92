package dev.platen.storage.s3;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.storage.PlaceText;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Says in the user's words what S3 refused. */
final class S3Faults {
  private S3Faults() {}

  static Fault reading(String place, Exception e) {
    return describe("can't read '" + PlaceText.fileName(place) + "'", place, e);
  }

  static Fault writing(String place, Exception e) {
    return describe("can't write '" + PlaceText.fileName(place) + "'", place, e);
  }

  private static Fault describe(String what, String place, Exception e) {
    if (e instanceof AwsServiceException answered) {
      return refused(what, place, answered);
    }
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("Unable to load credentials")) {
      return fault(FaultKind.STORAGE_DENIED, what, place, e)
          .found("no credentials")
          .mend(
              "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or run where there is a role");
    }
    return fault(FaultKind.STORAGE_BUSY, what, place, e)
        .found(message.lines().findFirst().orElse("no answer"))
        .mend("check AWS_ENDPOINT_URL, the region and the connection, then run again");
  }

  private static Fault refused(String what, String place, AwsServiceException e) {
    int status = e.statusCode();
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    String found = "S3's answer: " + status + (code == null || code.isEmpty() ? "" : ", " + code);
    return switch (status) {
      case 404 ->
          fault(FaultKind.STORAGE_MISSING, what, place, e)
              .found(found)
              .mend("check the bucket's name and the path");
      case 400, 401, 403 ->
          fault(FaultKind.STORAGE_DENIED, what, place, e)
              .found(found)
              .mend("check the credentials, and what they permit on this bucket");
      default ->
          fault(status < 500 ? FaultKind.STORAGE_DENIED : FaultKind.STORAGE_BUSY, what, place, e)
              .found(found)
              .mend("try again later, or see what the code means");
    };
  }

  private static Fault fault(FaultKind kind, String what, String place, Exception e) {
    return Fault.of(kind, what).where(PlaceText.shown(place)).cause(e);
  }
}
