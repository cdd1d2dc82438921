const t=()=>Number(process.hrtime.bigint())/1e6;
const a=t();
const {App,Stack,CfnOutput,RemovalPolicy}=require('aws-cdk-lib');App;Stack;CfnOutput;
const c=require('aws-cdk-lib/aws-codeartifact');c.CfnDomain;c.CfnRepository;const b=require('aws-cdk-lib/aws-iam');b.Role;b.OidcProviderNative;b.PolicyStatement;b.WebIdentityPrincipal
const n0=Object.keys(require.cache).length;
const t1=t();
const lib=require('../../lib');
const t2=t();const n1=Object.keys(require.cache).length;
const app=new App({outdir:'/tmp/bo'});
const t3=t();
const stack=new Stack(app,'S',{env:{account:'111111111111',region:'us-east-1'}});
const oidcProvider=new lib.GitHubOidcProvider(stack,'GitHub');
const t4=t();
new lib.PythonArtifactPipeline(stack,'P',{domainName:'acme',repositoryName:'python',organizationIds:['o-a1b2c3d4e5'],publishers:[lib.GitHubPublisher.repository('acme/orders-sdk',{ownerId:'1234',repositoryId:'5678'})],oidcProvider});
const t5=t();const n2=Object.keys(require.cache).length;
app.synth();
const t6=t();const n3=Object.keys(require.cache).length;
console.log({base:t1-a,lib:t2-t1,app:t3-t2,provider:t4-t3,pipeline:t5-t4,synth:t6-t5,n0,n1,n2,n3});
console.log(Object.keys(require.cache).slice(n1).filter(f=>!/aws-cdk-lib\/(core|cx-api|cloud-assembly)/.test(f)).map(f=>f.replace(/.*node_modules./,'')).join(' ').slice(0,3000));
