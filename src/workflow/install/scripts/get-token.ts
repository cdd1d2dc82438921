import { script } from '../../jobs/scripts/script';
import { isPython } from './is-python';

/**
 * Gets a token into a variable, and masks it before anything can print it: by the AWS CLI, or without one by what every
 * Python has. That signs the one request itself, since the container of a job has no other program of AWS.
 *
 * On Windows, lines of the AWS CLI end with a carriage return as well.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_GetAuthorizationToken.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export const GET_TOKEN = script(`
  by_aws_cli() {
    aws codeartifact get-authorization-token --region "$AWS_REGION" --domain "$DOMAIN" \\
      --domain-owner "$DOMAIN_OWNER" --duration-seconds "$DURATION" \\
      --query authorizationToken --output text | tr -d '\\r'
  }
  by_python() {
    "$1" -I - << 'END'
  import hashlib, hmac, json, os, sys, time, urllib.error, urllib.parse, urllib.request

  env = os.environ
  region = env["AWS_REGION"]
  host = "codeartifact" + env["INDEX_URL"].split(".d.codeartifact", 1)[1].split("/", 1)[0]
  url = env.get("AWS_ENDPOINT_URL_CODEARTIFACT") or "https://" + host
  path = "/v1/authorization-token"
  query = urllib.parse.urlencode(
      [("domain", env["DOMAIN"]), ("domain-owner", env["DOMAIN_OWNER"]), ("duration", env["DURATION"])]
  )
  now = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
  headers = {
      "host": urllib.parse.urlsplit(url).netloc,
      "x-amz-date": now,
      "x-amz-security-token": env["AWS_SESSION_TOKEN"],
  }
  signed = ";".join(headers)
  lines = "".join(name + ":" + value + "\\n" for name, value in headers.items())
  digest = lambda text: hashlib.sha256(text.encode()).hexdigest()
  request = "\\n".join(["POST", path, query, lines, signed, digest("")])
  scope = "/".join([now[:8], region, "codeartifact", "aws4_request"])
  key = ("AWS4" + env["AWS_SECRET_ACCESS_KEY"]).encode()
  for part in scope.split("/") + ["\\n".join(["AWS4-HMAC-SHA256", now, scope, digest(request)])]:
      key = hmac.new(key, part.encode(), hashlib.sha256).digest()
  headers["authorization"] = "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s" % (
      env["AWS_ACCESS_KEY_ID"], scope, signed, key.hex()
  )
  headers["content-type"] = "application/json"
  try:
      call = urllib.request.Request(url + path + "?" + query, b"", headers, method="POST")
      print(json.load(urllib.request.urlopen(call, timeout=60))["authorizationToken"])
  except urllib.error.HTTPError as error:
      sys.exit("CodeArtifact gives no token: %s %s" % (error, error.read().decode(errors="replace")))
  except urllib.error.URLError as error:
      sys.exit("CodeArtifact can not be reached at %s: %s" % (url, error.reason))
  END
  }
  if command -v aws > /dev/null; then
    token=$(by_aws_cli)
  elif ${isPython('python3')}; then
    token=$(by_python python3)
  else
    token=$(by_python python)
  fi
  echo "::add-mask::$token"
`);
