package dev.platen.storage.s3;

import dev.platen.storage.Storage;
import dev.platen.storage.StorageProvider;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/**
 * S3 by the standard chains: credentials and region from {@code AWS_…} variables, profiles, or the
 * machine's or container's role; another endpoint from {@code AWS_ENDPOINT_URL}, or from
 * papermill's {@code BOTO3_ENDPOINT_URL}.
 */
public final class S3StorageProvider implements StorageProvider {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  @Override
  public Set<String> schemes() {
    return Set.of("s3", "s3n");
  }

  @Override
  public Storage open(Map<String, String> env, Clock clock) {
    // As papermill: the bucket's owner may do with it what they like. Others than Amazon refuse it.
    ObjectCannedACL acl =
        endpoint(env).isEmpty() ? ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL : null;
    return new S3Storage(
        () -> client(env, DefaultCredentialsProvider.builder().build()), acl, S3Storage.PART);
  }

  private static String endpoint(Map<String, String> env) {
    return env.getOrDefault(
        "BOTO3_ENDPOINT_URL",
        env.getOrDefault("AWS_ENDPOINT_URL_S3", env.getOrDefault("AWS_ENDPOINT_URL", "")));
  }

  static S3Client client(Map<String, String> env, AwsCredentialsProvider credentials) {
    S3ClientBuilder builder =
        S3Client.builder()
            .credentialsProvider(credentials)
            .region(region())
            .crossRegionAccessEnabled(true)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER))
            // Servers that only speak like S3 know nothing of the checksums that came in 2025.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    String endpoint = endpoint(env);
    if (!endpoint.isEmpty()) {
      // A bucket in the host's name takes a DNS of one's own.
      builder
          .endpointOverride(URI.create(endpoint))
          .forcePathStyle(true)
          .crossRegionAccessEnabled(false);
    }
    return builder.build();
  }

  /** As boto3: without a region, the first there was; it leads to all others. */
  private static Region region() {
    try {
      return new DefaultAwsRegionProviderChain().getRegion();
    } catch (SdkClientException e) {
      return Region.US_EAST_1;
    }
  }
}
