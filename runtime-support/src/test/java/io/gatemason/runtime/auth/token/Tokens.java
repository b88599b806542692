package io.gatemason.runtime.auth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keys and tokens of tests. */
public final class Tokens {
  public static final RSAKey KEY = key("key-1");
  public static final RSAKey OTHER = key("key-2");

  private Tokens() {}

  static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static byte[] keySet(RSAKey... keys) {
    List<JWK> all = List.of(keys);
    return new JWKSet(all).toString(true).getBytes(StandardCharsets.UTF_8);
  }

  public static String sign(RSAKey key, Map<String, Object> claims) {
    return sign(header(key), key, claims);
  }

  static JWSHeader.Builder header(RSAKey key) {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(key.getKeyID());
  }

  static String sign(JWSHeader.Builder header, RSAKey key, Map<String, Object> claims) {
    try {
      return sign(header.build(), new RSASSASigner(key), claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String mac(JWSHeader header, byte[] secret, Map<String, Object> claims) {
    try {
      return sign(header, new MACSigner(secret), claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sign(JWSHeader header, JWSSigner signer, Map<String, Object> claims)
      throws JOSEException {
    JWSObject token = new JWSObject(header, new Payload(claims));
    token.sign(signer);
    return token.serialize();
  }

  public static Map<String, Object> claims(Map<String, Object> base, Object... more) {
    Map<String, Object> claims = new TreeMap<>(base);
    for (int i = 0; i < more.length; i += 2) {
      if (more[i + 1].equals("")) {
        claims.remove((String) more[i]);
      } else {
        claims.put((String) more[i], more[i + 1]);
      }
    }
    return claims;
  }
}
