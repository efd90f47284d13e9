package org.v2xscms.obu.provisioning;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the error numbers of IEEE 1609.2.1-2022 mean, for people. */
final class ErrorSentences {

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("10", "The request is not encrypted."),
            Map.entry("20", "This device's enrolment certificate is blocked."),
            Map.entry("21", "This device is not registered."),
            Map.entry("30", "The application permissions asked for are not allowed to this device."),
            Map.entry("31", "The request permissions asked for are not allowed to this device."),
            Map.entry("32", "Something asked for is not allowed to this device."),
            Map.entry("33", "The region asked for is not allowed to this device."),
            Map.entry("34", "The type of certificate asked for is not allowed to this device."),
            Map.entry("35", "The validity asked for is not allowed to this device."),
            Map.entry("40", "The authority could not verify the chain of the signing certificate."),
            Map.entry("41", "The authority could not decrypt the request."),
            Map.entry("42", "The authority could not read the request."),
            Map.entry("43", "The authority could not verify the signature of the request."),
            Map.entry("50", "The request comes from the future: check the clock of this device."),
            Map.entry("60", "The application permissions asked for are invalid."),
            Map.entry("61", "The request permissions asked for are invalid."),
            Map.entry("62", "The enrolment certificate is invalid."),
            Map.entry("63", "The region asked for is invalid."),
            Map.entry("64", "The key asked for is invalid."),
            Map.entry("70", "The enrolment request is too old."),
            Map.entry("71", "This device has sent too many enrolment requests."),
            Map.entry("72", "The device waited too long before it came back."),
            Map.entry("73", "The device came back too early."),
            Map.entry("74", "The download request is too old."),
            Map.entry("75", "This device has downloaded too often."),
            Map.entry("76", "The download was asked for too early."),
            Map.entry("77", "The request is too old."),
            Map.entry("78", "The certificates asked for start too far in the future."),
            Map.entry("79", "This device has sent too many requests."),
            Map.entry("710", "This device has enough certificates for that time."),
            Map.entry("711", "This device asks again too early."),
            Map.entry("712", "The certificates asked for outlive the enrolment certificate."),
            Map.entry("80", "This is not the enrolment authority of this device."),
            Map.entry("81", "This is not the registration authority of this device."));

    private ErrorSentences() {}

    /** The sentence for an answer with {@code status} and the error header {@code number}, such as {@code 400-42}. */
    static String of(int status, @Nullable String number) {
        String known = number == null ? null : SENTENCES.get(number.substring(number.indexOf('-') + 1));
        if (known != null) {
            return known;
        }
        return number == null
                ? "The authority answered with status " + status + " and tells no reason."
                : "The authority refuses with the unknown number " + number + ".";
    }
}
