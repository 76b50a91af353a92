package dev.platen.storage.s3;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.storage.Storage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/** Objects as wholes. The library itself tries again what is worth it. */
final class S3Storage implements Storage {
  /** Larger objects go in parts of this size, bytes: what breaks is sent again as a part. */
  static final int PART = 16 << 20;

  private static final Pattern PLACE = Pattern.compile("(?i)s3n?://([^/]+)/(.+)");
  private static final String TYPE = "application/json";

  private final Supplier<S3Client> source;
  private final @Nullable ObjectCannedACL acl;
  private final int part;
  private @Nullable S3Client client;

  /**
   * A storage.
   *
   * @param source of the client, asked once, at first use
   * @param acl of what is written; null = the bucket's own rule
   * @param part bytes
   */
  S3Storage(Supplier<S3Client> source, @Nullable ObjectCannedACL acl, int part) {
    this.source = source;
    this.acl = acl;
    this.part = part;
  }

  /** Bucket and key. */
  private record Target(String bucket, String key) {
    static Target of(String place) {
      Matcher parts = PLACE.matcher(place);
      if (!parts.matches()) {
        throw Fault.of(FaultKind.STORAGE_MISSING, "that is no object of S3")
            .where(place)
            .mend("write it as s3://BUCKET/PATH/notebook.ipynb");
      }
      return new Target(parts.group(1), parts.group(2));
    }
  }

  private synchronized S3Client client() {
    if (client == null) {
      client = source.get();
    }
    return client;
  }

  /** As papermill: what ends in {@code .gz} is unpacked. */
  @Override
  public byte[] read(String place) throws InterruptedException {
    Target target = Target.of(place);
    try {
      byte[] content =
          client()
              .getObjectAsBytes(get -> get.bucket(target.bucket()).key(target.key()))
              .asByteArray();
      return target.key().endsWith(".gz") ? unpacked(content) : content;
    } catch (AbortedException e) {
      throw interrupted(e);
    } catch (SdkException | IOException e) {
      throw S3Faults.reading(place, e);
    }
  }

  private static byte[] unpacked(byte[] content) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return in.readAllBytes();
    }
  }

  @Override
  public void write(String place, byte[] content) throws InterruptedException {
    Target target = Target.of(place);
    try {
      if (content.length > part) {
        writeParts(target, content);
        return;
      }
      var unused =
          client()
              .putObject(
                  put -> put.bucket(target.bucket()).key(target.key()).contentType(TYPE).acl(acl),
                  RequestBody.fromBytes(content));
    } catch (AbortedException e) {
      throw interrupted(e);
    } catch (SdkException e) {
      throw S3Faults.writing(place, e);
    }
  }

  /** The object appears when all parts are there. */
  private void writeParts(Target target, byte[] content) {
    String upload =
        client()
            .createMultipartUpload(
                create ->
                    create.bucket(target.bucket()).key(target.key()).contentType(TYPE).acl(acl))
            .uploadId();
    try {
      List<CompletedPart> parts = new ArrayList<>();
      for (int start = 0; start < content.length; start += part) {
        int number = parts.size() + 1;
        int length = Math.min(part, content.length - start);
        ByteBuffer bytes = ByteBuffer.wrap(content, start, length);
        String tag =
            client()
                .uploadPart(
                    each ->
                        each.bucket(target.bucket())
                            .key(target.key())
                            .uploadId(upload)
                            .partNumber(number),
                    RequestBody.fromRemainingByteBuffer(bytes))
                .eTag();
        parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
      }
      var unused =
          client()
              .completeMultipartUpload(
                  all ->
                      all.bucket(target.bucket())
                          .key(target.key())
                          .uploadId(upload)
                          .multipartUpload(done -> done.parts(parts)));
    } catch (SdkException e) {
      abandon(target, upload, e);
      throw e;
    }
  }

  /** Parts that nobody asks for would be paid for. */
  private void abandon(Target target, String upload, SdkException reason) {
    try {
      var unused =
          client()
              .abortMultipartUpload(
                  it -> it.bucket(target.bucket()).key(target.key()).uploadId(upload));
    } catch (SdkException e) {
      reason.addSuppressed(e);
    }
  }

  private static InterruptedException interrupted(AbortedException e) {
    InterruptedException interrupted = new InterruptedException(e.getMessage());
    interrupted.initCause(e);
    return interrupted;
  }
}
