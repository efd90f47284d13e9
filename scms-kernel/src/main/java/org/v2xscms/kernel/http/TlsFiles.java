package org.v2xscms.kernel.http;

import java.nio.file.Path;

/**
 * PEM files of one authority's transport security. They say nothing about its role: every back-end message is signed
 * and encrypted by itself.
 *
 * @param certificate the authority's X.509 certificate, followed by intermediate ones
 * @param privateKey its private key, PKCS#8
 * @param trusted the certificates it trusts when it calls others
 */
public record TlsFiles(Path certificate, Path privateKey, Path trusted) {}
