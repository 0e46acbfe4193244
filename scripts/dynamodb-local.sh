#!/bin/sh
# Puts Amazon's DynamoDB Local (Maven Central) into .cache/dynamodb-local, for the contract suite of the stores.
# Needs Java 17 and Maven; without them the suite runs against dynoxide alone.
set -eu
cd "$(dirname "$0")/.."
target=.cache/dynamodb-local
version=2.6.1

if [ -f "$target/version" ] && [ "$(cat "$target/version")" = "$version" ]; then
  echo "DynamoDB Local $version is there: $target"
  exit 0
fi
for tool in java mvn; do
  command -v "$tool" >/dev/null || { echo "DynamoDB Local: expected $tool on the PATH, found none" >&2; exit 1; }
done
rm -rf "$target"
mkdir -p "$target"
cat > "$target/pom.xml" <<XML
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>dynamodb-local</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>com.amazonaws</groupId>
      <artifactId>DynamoDBLocal</artifactId>
      <version>$version</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B -f "$target/pom.xml" dependency:copy-dependencies -DoutputDirectory=jars -DincludeScope=runtime
echo "$version" > "$target/version"
echo "DynamoDB Local $version: $(ls "$target/jars" | wc -l) files in $target/jars"
